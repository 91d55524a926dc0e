package kz.qadam.trail;

/**
 * Something that differs from the chain.
 *
 * @param number of the block where it was found
 * @param text a sentence without its end
 */
record Finding(String service, String instance, long number, String text) {

    @Override
    public String toString() {
        return "%s, %s, block %d: %s".formatted(service, instance, number, text);
    }
}
