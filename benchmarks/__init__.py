"""
What the library costs beside its peers, as ratios of one run; never part of the tests.
"""
