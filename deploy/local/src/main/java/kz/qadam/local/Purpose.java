package kz.qadam.local;

import java.util.Locale;

/** What a suite is started for. Each has data of its own, so that what is made up never mixes with what is true. */
public enum Purpose {
    /** The figures that count. */
    USE(".data"),

    /** Two years of a synthetic programme, to look at. */
    DEMO(".data-demo"),

    /** Where partners try their programs; it runs beside the others. */
    SANDBOX(".data-sandbox");

    private final String directory;

    Purpose(String directory) {
        this.directory = directory;
    }

    /** What a command is told to mean this one; nothing for the use itself. */
    String option() {
        return this == USE ? "" : "--" + code();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its data are, unless somebody chooses another place. */
    String directory() {
        return directory;
    }

    /** Where its parts listen, unless somebody chooses others. */
    Ports ports() {
        return this == SANDBOX ? Ports.SANDBOX : Ports.STANDARD;
    }
}
