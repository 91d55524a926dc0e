package kz.qadam.reporting.rollup.fact;

/**
 * What an event of a completion says besides, for auditors alone: nothing is counted by it, so no fact has it. The records
 * behind a figure show it, read from the event that they name.
 *
 * <p>A component has the name of the member, and may be absent ({@code @MayBeAbsent}). Its message {@code
 * page.audit.detail.{name}} is the title of its column on the page of auditors; {@code page.audit.detail.{name}.{value}} says
 * what a value means, if it is a code.
 */
public record CompletionEventDetails() {}
