"""What embedded exchanges that are described by tables have in common.

An exchange supplies its routes as data, its accounts, the check of its signatures, its error
answers and its envelope; everything else happens here.
"""
