package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.qadam.demo.Sandbox;
import kz.qadam.load.LoadMix;
import kz.qadam.load.ReadyInstances;
import kz.qadam.load.RepeatCounts;
import kz.qadam.load.Repeats;
import kz.qadam.load.ServiceLoad;

/**
 * {@code deploy/install/cluster faults}: causes faults one after another while clients write and read through haproxy. Exit
 * code 1 if the figures are not what was acknowledged, if a recount or a reconciliation does not agree, if something is
 * left waiting, or if the run does not count ({@link RunRequirements}).
 */
final class ClusterFaults {

    /** More people than one load can enrol. */
    private static final int PEOPLE = 4_000_000;

    private final Path repository;
    private final ServiceLoad load;
    private final List<Fault> faults;
    private final List<String> rows = new ArrayList<>();

    private ClusterFaults(Path repository, ServiceLoad load, List<Fault> faults) {
        this.repository = repository;
        this.load = load;
        this.faults = faults;
    }

    /**
     * The repository, the directory of the cluster, the addresses of the three services, the number of this load (each
     * enrols other people), how many faults, the seed, and the kinds of faults; all, if there are none.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        ClusterCallers cluster = ClusterCallers.of(arguments);
        int firstPerson = Integer.parseInt(arguments[5]) * PEOPLE;
        long seed = Long.parseLong(arguments[7]);
        List<String> kinds = Arrays.asList(arguments).subList(8, arguments.length);
        List<Fault> faults = Fault.draw(Integer.parseInt(arguments[6]), seed, ClusterFaultKind.of(kinds));
        System.out.printf("%d faults, drawn by the seed %d%n", faults.size(), seed);
        Sandbox.seed(cluster.access());
        List<String> wrong;
        try (ReadyInstances haproxy = cluster.haproxy();
                var load = new ServiceLoad(
                        haproxy, cluster.loadCallers(), firstPerson, Repeats.WHILE_SERVERS_FAIL, LoadMix.MANY)) {
            var run = new ClusterFaults(Path.of(arguments[0]), load, faults);
            wrong = new ArrayList<>(new ChangeUnderLoad(load, System.out::println).make(run::cause));
            wrong.addAll(new ClusterQueues(Path.of(arguments[1])).findings(System.out::println));
            wrong.addAll(new FigureAudit(cluster.services(), cluster.token("auditor")).findings(System.out::println));
            run.report();
            wrong.addAll(new RunRequirements(
                            faults.size(), load.things(), load.tally().repeats().unknown())
                    .reasons());
        }
        System.out.println(wrong.isEmpty() ? "Nothing is wrong, and the run counts." : "The run has failed.");
        InstanceRun.end(wrong);
    }

    private void cause() throws IOException {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            System.out.printf("%n== %d: %s, %d s%n", i + 1, fault.kind().word(), fault.seconds());
            RepeatCounts before = load.tally().repeats();
            int things = load.things();
            long began = System.nanoTime();
            load.tally().beginGap();
            run(fault);
            RepeatCounts met = load.tally().repeats().since(before);
            rows.add("%3d  %-22s %4d %8.0f %8d %8d %8d %9.1f %8d"
                    .formatted(
                            i + 1,
                            fault.kind().word(),
                            fault.seconds(),
                            (System.nanoTime() - began) / 1e9,
                            met.unavailable(),
                            met.refused(),
                            met.unknown(),
                            load.tally().longestGap().toMillis() / 1e3,
                            load.things() - things));
            System.out.println(rows.get(i));
            if (!load.tally().errors().isEmpty()) {
                throw new IOException("The load has ended: " + load.tally().errors());
            }
        }
    }

    private void run(Fault fault) throws IOException {
        var command = new ProcessBuilder(
                        repository + "/deploy/install/cluster",
                        "fault",
                        fault.kind().word(),
                        Integer.toString(fault.number()),
                        Integer.toString(fault.seconds()))
                .inheritIO();
        if (Patience.exitCode(command.start()) != 0) {
            throw new IOException(
                    "Not all was ready again after " + fault.kind().word());
        }
    }

    private void report() {
        System.out.printf(
                "%n%3s  %-22s %4s %8s %8s %8s %8s %9s %8s%n",
                "", "fault", "s", "until", "503", "refused", "unknown", "longest", "things");
        System.out.printf("%3s  %-22s %4s %8s %8s %8s %8s %9s%n", "", "", "", "ready", "", "", "", "gap s");
        rows.forEach(System.out::println);
        System.out.printf(
                "%,d enrolments and completions acknowledged; %d outcomes unknown: %s%n",
                load.things(), load.tally().repeats().unknown(), load.tally().unknown());
    }
}
