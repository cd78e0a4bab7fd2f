"""
The year: which records count, whether they are enough, and the certificate.
"""
