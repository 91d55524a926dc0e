package kz.qadam.chassis.http.xlsx;

/**
 * How much content a file may have when unpacked: a small file can be crafted to fill any disk or memory.
 *
 * @param unpacked the bytes of all parts together; a part counts each time it is read
 * @param text the characters of its cells, plus one for each cell: as many as a CSV of the largest permitted size can
 *     have
 */
public record UnpackingLimits(long unpacked, long text) {

    private static final long MEBIBYTE = 1024L * 1024;

    /** The limits of a file whose rows are all in memory. */
    public static final UnpackingLimits BATCH = new UnpackingLimits(128 * MEBIBYTE, 10 * MEBIBYTE);

    /** The limits of a file whose rows are stored while they are read. */
    public static final UnpackingLimits LARGE_FILE = new UnpackingLimits(4096 * MEBIBYTE, 512 * MEBIBYTE);
}
