package kz.qadam.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code deploy/checks/desks}: fills a suite with a country, does there what people do at the desks, and lets services hang. */
final class Desks {

    private Desks() {}

    /**
     * Prints how each task was done, and what people meet while a service hangs; ends with 1 if something is wrong.
     *
     * @param arguments a directory for the suite, how many institutions, how many enrolments, and a part of the names of the
     *     tasks; all, if it is empty
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]).toAbsolutePath();
        Path filled = data.resolve("filled");
        boolean isRight;
        try (Qadam qadam = Files.exists(filled) ? Qadam.startSandboxAgain(data) : Qadam.startSandbox(data)) {
            var country = new DeskCountry(qadam, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            if (Files.exists(filled)) {
                country.passNumbers();
            } else {
                country.fill(qadam);
                Files.createFile(filled);
            }
            boolean isWalked = walk(qadam, arguments[3]);
            isRight = new DeskOutages(qadam).areRight() && isWalked;
        }
        System.exit(isRight ? 0 : 1);
    }

    private static boolean walk(Qadam qadam, String part) throws IOException {
        new DeskCases(qadam).prepare();
        var walks = new DeskWalks(qadam);
        List<DeskResult> results = new ArrayList<>();
        for (DeskTask task : walks.tasks()) {
            if (task.name().contains(part)) {
                DeskResult result = walks.walk(task);
                System.err.println(result.row());
                result.faults().forEach(fault -> System.err.println("  " + fault));
                results.add(result);
            }
        }
        System.out.println(
                "\n| desk | task | presses | at most | slowest page | faults |\n|---|---|---:|---:|---|---:|");
        results.forEach(result -> System.out.println(result.row()));
        return results.stream().noneMatch(DeskResult::isWrong);
    }
}
