package kz.qadam.chassis.xlsx;

/**
 * How much may come out of a file: a file that is small when packed can be made to fill every disk and memory.
 *
 * @param unpacked bytes of all its parts together, each counted whenever it is read
 * @param text characters that its cells hold, each cell counted as one character more: no more than a CSV of the largest
 *     permitted size could hold
 */
public record UnpackingLimits(long unpacked, long text) {

    private static final long MEBIBYTE = 1024L * 1024;

    /** Of a file whose rows are kept in memory together. */
    public static final UnpackingLimits BATCH = new UnpackingLimits(128 * MEBIBYTE, 10 * MEBIBYTE);

    /** Of a file whose rows are stored while they are read. */
    public static final UnpackingLimits LARGE_FILE = new UnpackingLimits(4096 * MEBIBYTE, 512 * MEBIBYTE);
}
