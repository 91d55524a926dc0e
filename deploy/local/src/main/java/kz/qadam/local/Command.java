package kz.qadam.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The parsed command line of a command of deploy/.
 *
 * @param repository the top of the source tree
 * @param purpose the suite that the options choose
 * @param reset whether to delete all data first
 * @param arguments the arguments that are not options
 */
record Command(Path repository, Purpose purpose, boolean reset, List<String> arguments) {

    /** @throws IllegalArgumentException with the usage, if there is an unknown option */
    static Command of(String[] called, String usage) {
        var purpose = Purpose.USE;
        boolean reset = false;
        List<String> arguments = new ArrayList<>();
        for (String word : List.of(called).subList(1, called.length)) {
            if (word.equals(Purpose.DEMO.option()) && purpose != Purpose.SANDBOX) {
                purpose = Purpose.DEMO;
            } else if (word.equals(Purpose.SANDBOX.option()) && purpose != Purpose.DEMO) {
                purpose = Purpose.SANDBOX;
            } else if (word.equals("--reset")) {
                reset = true;
            } else if (word.startsWith("-")) {
                throw new IllegalArgumentException(usage);
            } else {
                arguments.add(word);
            }
        }
        return new Command(Path.of(called[0]), purpose, reset, arguments);
    }
}
