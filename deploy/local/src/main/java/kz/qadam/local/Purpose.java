package kz.qadam.local;

import java.util.Locale;

/** What a suite is started for. Each purpose has separate data, so that synthetic data never mix with real data. */
public enum Purpose {
    /** The real figures. */
    USE(".data"),

    /** Two years of a synthetic programme, to explore. */
    DEMO(".data-demo"),

    /** A sandbox in which partners test their programs; it can run at the same time as the others. */
    SANDBOX(".data-sandbox");

    private final String directory;

    Purpose(String directory) {
        this.directory = directory;
    }

    /** The command line option for this purpose; empty for real use. */
    String option() {
        return this == USE ? "" : "--" + code();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The default directory of its data. */
    String directory() {
        return directory;
    }

    /** The default ports of its parts. */
    Ports ports() {
        return this == SANDBOX ? Ports.SANDBOX : Ports.STANDARD;
    }
}
