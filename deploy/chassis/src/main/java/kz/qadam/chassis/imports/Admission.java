package kz.qadam.chassis.imports;

import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Sender;

/** Limits how many files are received at the same time: of one sender, so that it shuts out nobody, and of all. */
final class Admission {

    private final int most;
    private final int mostPerSender;
    private final Map<Sender, Integer> receiving = new HashMap<>();
    private int total;

    Admission(int most, int mostPerSender) {
        this.most = most;
        this.mostPerSender = mostPerSender;
    }

    /**
     * To be followed by {@link #leave}.
     *
     * @throws Problem 429 if too many of this sender's files are being received, 503 if too many of all
     */
    synchronized void enter(Sender sender) {
        int own = receiving.getOrDefault(sender, 0);
        if (own >= mostPerSender) {
            throw new Problem(ProblemType.TOO_MANY_REQUESTS, Text.of("too-many-files/own", mostPerSender));
        }
        if (total >= most) {
            throw new Problem(ProblemType.UNAVAILABLE, Text.of("too-many-files"));
        }
        receiving.put(sender, own + 1);
        total++;
    }

    synchronized void leave(Sender sender) {
        receiving.computeIfPresent(sender, (same, own) -> own == 1 ? null : own - 1);
        total--;
    }
}
