package kz.qadam.enrolment.completions;

import java.util.List;
import kz.qadam.chassis.base.language.Message;

/**
 * What institutions state of completions besides, as far as people are told what it is called. progress-service declares and
 * keeps it; here each detail has the message {@code detail.{name}}, which the page of duties needs.
 */
public record CompletionDetail(String name) {

    private static final String BEGINNING = "detail.";

    /** All that have a message. */
    public static List<CompletionDetail> named() {
        return Message.startingWith(BEGINNING).stream()
                .map(text -> new CompletionDetail(text.key().substring(BEGINNING.length())))
                .toList();
    }

    /** What it is called. */
    public Message title() {
        return Message.of(BEGINNING + name);
    }
}
