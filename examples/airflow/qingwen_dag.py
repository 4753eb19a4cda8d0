"""Airflow 3: one DAG a site, every night. A retry of `crawl` goes on where the attempt before it was stopped (exit code
5) or could not write (4)."""

from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

JOBS = "/var/lib/qingwen"
SITES = ("yybnet", "ppfocus")

for site in SITES:
    with DAG(
        dag_id=f"qingwen_{site}",
        schedule="30 2 * * *",
        start_date=pendulum.datetime(2026, 1, 1, tz="Asia/Shanghai"),
        catchup=False,
        max_active_runs=1,  # a job folder has one worker
        tags=["qingwen"],
    ):
        crawl = BashOperator(
            task_id="crawl",
            bash_command=f"qingwen crawl {site} --out {JOBS}/{site} --json || [ $? -eq 2 ]",  # 2: some pages failed
            retries=3,
            retry_delay=timedelta(minutes=5),
        )
        report = BashOperator(
            task_id="report",  # fails with 2 (pages failed) and 3 (drift alarm)
            bash_command=f"qingwen report {JOBS}/{site} --json",
            retries=0,
        )
        crawl >> report
