"""Many issues in one run: what they share is done once, and the pages are set by a crew of workers.

    orders ──select, summarise (here, in threads)──▶ issue ──render (a worker each)──▶ bytes ──▶ folders

A model is asked here and nowhere else, through one ledger and one budget: whatever becomes of
a worker, nothing is paid twice.
"""
