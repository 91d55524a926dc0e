package kz.qadam.benchmarks;

import java.util.stream.LongStream;

/** Measures the CPU that some processes use from now on. */
final class CpuMeter {

    private final long[] pids;
    private final double cpuBefore;
    private final long began = System.nanoTime();

    private CpuMeter(long... pids) {
        this.pids = pids;
        this.cpuBefore = cpu(pids);
    }

    static CpuMeter on(long... pids) {
        return new CpuMeter(pids);
    }

    RunResult stop(long events) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return new RunResult(events, seconds, cpu(pids) - cpuBefore);
    }

    private static double cpu(long... pids) {
        return LongStream.of(pids).mapToDouble(Cpu::secondsOf).sum();
    }
}
