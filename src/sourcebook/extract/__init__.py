"""Reports to claims."""

import os

# A report's matrices are small: threads that share one mostly wait for each other, and
# workers have a process each. Read once, when numpy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
