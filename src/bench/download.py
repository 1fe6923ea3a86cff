#!/usr/bin/env python3
"""Compares downloads by OpenBITS with those by curl, aria2, wget2, axel, rclone and cp, in turns, and prints a table.

usage: src/bench/download.py WORK [--rounds N] [--mib N] [--only NAME,NAME] [--disk DIR] [--deleted]

WORK is one of
  http    one large file over HTTP          https   the same over TLS 1.3
  small   2,000 files of 16 KiB in one job  wan     100 MiB, 100 Mbit/s, 50 ms one way, no loss
  lossy   20 MiB, 100 Mbit/s, 25 ms one way, 0.5 % loss, cubic

Needs a built tree (./bits), nginx, and the rivals that are there; wan and lossy need root and a C compiler. The server's
files lie in memory (/dev/shm), the downloads go to the disk of --disk. Before each run the same amount of memory is
touched, for a virtual machine charges the first use of a page. Ours is the whole command, from the start of the client to
the published, forced file; its processor time is that of client and service, its memory that of the service at its peak.
One round that is not counted warms everything up; a row's ratio is the median of its ratios to the first row, round by
round. Every download's size is checked in each round, its bytes once.
"""
import argparse
import filecmp
import mmap
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BITS = os.path.join(HERE, "..", "..", "shell", "target", "dist", "bin", "bits")
TICK = os.sysconf("SC_CLK_TCK")


class Bench:
    def __init__(self, options):
        self.options = options
        self.disk = tempfile.mkdtemp(prefix="bits-bench-", dir=options.disk)
        self.memory = tempfile.mkdtemp(prefix="bits-bench-", dir="/dev/shm")
        self.root = os.path.join(self.memory, "root")
        self.out = os.path.join(self.disk, "out")
        os.mkdir(self.root)
        os.environ["BITS_HOME"] = os.path.join(self.disk, "home")
        self.environment = dict(os.environ)
        self.client = []
        self.server = []
        self.host = "127.0.0.1"
        self.files = []

    def close(self):
        self.run_quietly([BITS, "service", "stop"])
        pid = os.path.join(self.memory, "pid")
        if os.path.exists(pid):
            os.kill(int(open(pid).read()), signal.SIGTERM)
        if self.client:
            self.run_quietly([os.path.join(HERE, "netlab", "netlab.sh"), "down", "bench"])
        shutil.rmtree(self.disk, ignore_errors=True)
        shutil.rmtree(self.memory, ignore_errors=True)

    @staticmethod
    def run_quietly(command, **more):
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more).returncode

    # The server and its files.

    def publish(self, name, size):
        with open(os.path.join(self.root, name), "wb") as file:
            left = size
            while left > 0:
                left -= file.write(os.urandom(min(left, 1 << 20)))
        self.files.append((name, size))

    def serve(self):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "certificate.pem",
             "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"],
            cwd=self.memory, check=True, stderr=subprocess.DEVNULL)
        temporary = "".join(f"{kind}_temp_path {self.memory}/{kind};"
                            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        with open(os.path.join(self.memory, "nginx.conf"), "w") as conf:
            conf.write(f"""
                {"user root;" if os.getuid() == 0 else ""}
                pid {self.memory}/pid; error_log {self.memory}/error.log; worker_processes 1; events {{ }}
                http {{
                  access_log off; sendfile on; keepalive_requests 100000; {temporary}
                  server {{
                    listen {self.host}:18280 {"reuseport" if self.server else ""}; listen {self.host}:18281 ssl; root {self.root};
                    ssl_certificate {self.memory}/certificate.pem; ssl_certificate_key {self.memory}/key.pem;
                    ssl_protocols TLSv1.3;
                  }}
                }}""")
        nginx = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        subprocess.run(self.server + [nginx, "-c", self.memory + "/nginx.conf", "-p", self.memory], check=True)

    def link(self, *flags):
        netlab = os.path.join(HERE, "netlab", "netlab.sh")
        subprocess.run([netlab, "up", "bench", "-r", "100", *flags], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, CC="cubic"))
        self.client = [netlab, "in", "bench-a"]
        self.server = [netlab, "in", "bench-b"]
        self.host = "10.77.0.2"

    def url(self, name, tls):
        return f"https://{self.host}:18281/{name}" if tls else f"http://{self.host}:18280/{name}"

    # What is compared.

    def large(self, tls):
        name = self.files[0][0]
        url = self.url(name, tls)
        file = os.path.join(self.out, name)
        pem = os.path.join(self.memory, "certificate.pem")
        ours = f"Start-BitsTransfer -Source {url} -Destination {file}"
        if tls:
            ours += " -SecurityFlags IgnoreUnknownCA"
        rows = {
            "curl": ["curl", "-sf", *(["--cacert", pem] if tls else []), "-o", file, url],
            "ours": [BITS, "-c", ours],
            "curl, sync -f": ["sh", "-c", f"curl -sf {'--cacert ' + pem if tls else ''} -o {file} {url} && sync -f {file}"],
            "aria2 -x8 -s8": ["aria2c", "-q", "-x8", "-s8", "-k1M", "--file-allocation=none",
                              *(["--ca-certificate=" + pem] if tls else []), "-d", self.out, "-o", name, url],
            "wget2": ["wget2", "-q", *(["--ca-certificate=" + pem] if tls else []), "-O", file, url],
            "axel -n8": ["axel", "-q", "-n8", *(["-k"] if tls else []), "-o", file, url],
            "rclone": ["rclone", "copyurl", *(["--ca-cert", pem] if tls else []), url, file],
        }
        if not self.client:
            rows["cp"] = ["cp", os.path.join(self.root, name), file]
        return rows

    def small(self):
        urls = os.path.join(self.disk, "urls")
        config = os.path.join(self.disk, "curl.config")
        with open(urls, "w") as list_, open(config, "w") as conf:
            for name, _ in self.files:
                list_.write(self.url(name, False) + "\n")
                conf.write(f'url = "{self.url(name, False)}"\noutput = "{self.out}/{name}"\n')
        ours = f"Start-BitsTransfer -Source (Get-Content {urls}) -Destination {self.out}/"
        return {
            "aria2 -j8": ["aria2c", "-q", "-j8", "--file-allocation=none", "-i", urls, "-d", self.out],
            "ours": [BITS, "-c", ours],
            "curl -Z 32": ["curl", "-sfZ", "--parallel-max", "32", "-K", config],
            "wget2": ["wget2", "-q", "-i", urls, "-P", self.out],
            "rclone": ["rclone", "copy", "--transfers", "8", "--http-url", self.url("", False), "--files-from", urls + ".names",
                       "--no-traverse", ":http:", self.out],
            "cp -r": ["cp", "-r", self.root + "/.", self.out],
        }

    # One run.

    def once(self, label, command, compare):
        self.clear()
        os.sync()
        self.touch_memory()
        before = self.service_cpu()
        start = time.monotonic()
        process = subprocess.Popen(self.client + command if self.client else command, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        cpu = usage.ru_utime + usage.ru_stime
        memory = usage.ru_maxrss / 1024
        if label == "ours":
            cpu += self.service_cpu() - before
            memory = self.service_peak()
        if status != 0:
            raise SystemExit(f"{label} failed: {errors.decode()[:2000]}")
        for name, size in self.files:
            file = os.path.join(self.out, name)
            if os.path.getsize(file) != size or (compare and not filecmp.cmp(file, os.path.join(self.root, name), False)):
                raise SystemExit(f"{label} brought a wrong {name}")
        return wall, cpu, memory

    def clear(self):
        """Makes an empty directory for the downloads.

        Many files of a run before are only moved away: for each new file ext4 looks at every one that was deleted
        within the last minutes, which no user's download pays for. (--deleted: they are deleted all the same.)
        """
        if len(self.files) > 1 and os.path.exists(self.out) and not self.options.deleted:
            os.rename(self.out, tempfile.mkdtemp(prefix="old-", dir=self.disk))
        shutil.rmtree(self.out, ignore_errors=True)
        os.mkdir(self.out)

    def touch_memory(self):
        size = sum(size for _, size in self.files) + (256 << 20)
        child = os.fork()  # whose memory does not count as that of the commands started here
        if child == 0:
            with mmap.mmap(-1, size) as pages:
                for at in range(0, size, 4096):
                    pages[at] = 1
            os._exit(0)
        os.waitpid(child, 0)

    def service(self):
        done = subprocess.run([BITS, "service", "status", "--json"], capture_output=True, text=True)
        digits = done.stdout.partition('"pid":')[2].partition(",")[0].strip()
        return digits if digits.isdigit() else None

    def service_cpu(self):
        if not getattr(self, "pid", None):
            self.pid = self.service()
        if not self.pid:
            return 0
        fields = open(f"/proc/{self.pid}/stat").read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def service_peak(self):
        if not self.pid:
            self.pid = self.service()
        for line in open(f"/proc/{self.pid}/status"):
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0

    # All runs.

    def compare(self, rows):
        if self.options.only:
            rows = {label: rows[label] for label in rows if any(label.startswith(o) for o in self.options.only.split(","))}
        rows = {label: command for label, command in rows.items()
                if command[0] in (BITS, "sh") or shutil.which(command[0])}
        figures = {label: [] for label in rows}
        for number in range(self.options.rounds + 1):
            for label, command in rows.items():
                figure = self.once(label, command, compare=number == 0)
                if number > 0:
                    figures[label].append(figure)
                if self.options.verbose:
                    print(f"# {number} {label}: %.3f s, cpu %.2f s, %d MiB" % figure, file=sys.stderr)
        self.table(figures)

    def table(self, figures):
        first = next(iter(figures.values()))
        print(f"{self.options.work}: {len(self.files)} x {self.files[0][1]} bytes, {self.options.rounds} rounds, "
              f"{os.cpu_count()} processors, Linux {os.uname().release}, load {os.getloadavg()[0]:.1f}")
        print("| | wall s | min - max | cpu s | MiB | wall ratio | min - max | cpu ratio |")
        print("|---|--:|--:|--:|--:|--:|--:|--:|")
        for label, runs in figures.items():
            walls = [run[0] for run in runs]
            cpus = [run[1] for run in runs]
            ratios = [run[0] / other[0] for run, other in zip(runs, first)]
            cpu_ratios = [run[1] / max(other[1], 0.001) for run, other in zip(runs, first)]
            median = statistics.median
            print(f"| {label} | {median(walls):.2f} | {min(walls):.2f} - {max(walls):.2f} | {median(cpus):.2f} "
                  f"| {max(run[2] for run in runs):.0f} | {median(ratios):.2f} | {min(ratios):.2f} - {max(ratios):.2f} "
                  f"| {median(cpu_ratios):.2f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", choices=["http", "https", "small", "wan", "lossy"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--mib", type=int, default=2048, help="size of the large file")
    parser.add_argument("--only", help="rows whose names begin so; the first is what the others are compared with")
    parser.add_argument("--disk", default="/var/tmp", help="where the downloads go")
    parser.add_argument("--deleted", action="store_true", help="small: delete the files of a run right before the next")
    parser.add_argument("--verbose", action="store_true", help="print each run")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started ends, too
    bench = Bench(options)
    try:
        if options.work in ("http", "https"):
            bench.publish("big", options.mib << 20)
        elif options.work == "small":
            for number in range(2000):
                bench.publish(f"file{number:04}.bin", 16 << 10)
        elif options.work == "wan":
            bench.publish("big", 100 << 20)
            bench.link("-d", "50")
        else:
            bench.publish("big", 20 << 20)
            bench.link("-d", "25", "-l", "0.5")
        bench.serve()
        if options.work == "small":
            with open(os.path.join(bench.disk, "urls.names"), "w") as names:
                names.write("".join(name + "\n" for name, _ in bench.files))
            bench.compare(bench.small())
        else:
            bench.compare(bench.large(options.work == "https"))
    finally:
        bench.close()


main()
