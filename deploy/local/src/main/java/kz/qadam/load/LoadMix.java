package kz.qadam.load;

/**
 * What a load sends.
 *
 * @param batch how many people are in a batch
 * @param oneBatchIn how many times a client writes until one of them is a batch
 * @param revokes whether each tenth completion is revoked afterwards
 */
public record LoadMix(int batch, int oneBatchIn, boolean revokes) {

    /** Mostly alone, and nothing is revoked. */
    public static final LoadMix MOSTLY_ALONE = new LoadMix(20, 20, false);

    /** Tens of thousands of people in half an hour, some of them revoked. */
    public static final LoadMix MANY = new LoadMix(25, 5, true);

    private static final int ONE_REVOKED_IN = 10;

    boolean isRevoked(int person) {
        return revokes && person % ONE_REVOKED_IN == 1;
    }
}
