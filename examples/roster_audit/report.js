(function () {
  "use strict";
  var box = document.getElementById("filter");
  if (!box) { return; }
  var people = Array.prototype.slice.call(document.querySelectorAll(".person"));
  var text = document.getElementById("filter-text");
  var errors = document.getElementById("filter-errors");
  var count = document.getElementById("filter-count");
  function apply() {
    var words = text.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    people.forEach(function (person) {
      var content = person.textContent.toLowerCase();
      var fits = words.every(function (word) { return content.indexOf(word) >= 0; });
      if (errors.checked && !person.classList.contains("error")) { fits = false; }
      person.hidden = !fits;
      if (fits) { shown += 1; }
    });
    count.textContent = count.dataset.words.replace("0", String(shown));
  }
  text.addEventListener("input", apply);
  errors.addEventListener("change", apply);
  box.hidden = false;
  apply();
}());
