package kz.qadam.chassis.base.process;

/** Resources that are numbered without gaps, of which the newest is in force. */
public final class NumberedResources {

    private NumberedResources() {}

    /**
     * The highest number.
     *
     * @param module a class of the module that has the resources
     * @param path the absolute path of a resource, with {@code %d} for its number
     * @param first the lowest number, which there is
     */
    public static int newest(Class<?> module, String path, int first) {
        int newest = first;
        while (module.getResource(path.formatted(newest + 1)) != null) {
            newest++;
        }
        return newest;
    }
}
