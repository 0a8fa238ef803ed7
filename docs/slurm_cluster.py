"""Start Dask workers as jobs of Slurm and print the address that they listen at.

On a login node, in the environment that sourcebook is installed in::

    pip install "sourcebook[dask]" dask-jobqueue
    python slurm_cluster.py 40 &
    sourcebook run syria.db --engine dask --cluster tcp://...

Workers come as Slurm grants them, up to the number named, and go when this script ends.
"""

from __future__ import annotations

import signal
import sys

from dask_jobqueue import SLURMCluster

if __name__ == "__main__":
    cluster = SLURMCluster(
        cores=1,  # one extractor a process: more threads would wait for each other
        processes=1,
        memory="2GB",
        walltime="08:00:00",
        job_extra_directives=["--job-name=sourcebook"],
    )
    cluster.adapt(minimum=1, maximum=int(sys.argv[1]))
    sys.stdout.write(f"{cluster.scheduler_address}\n")
    sys.stdout.flush()
    signal.pause()
