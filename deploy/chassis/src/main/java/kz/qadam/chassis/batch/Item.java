package kz.qadam.chassis.batch;

/**
 * One thing that was sent.
 *
 * @param index its place among those sent with it, from 0
 * @param line the line of the file on which it begins, from 1; null where the input has no lines
 */
public record Item(int index, Integer line, Fields fields) {}
