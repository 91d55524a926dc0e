package kz.qadam.chassis.crypto;

import java.util.Map;

/**
 * Keys of one purpose, by id.
 *
 * @param current the id of the one for what is new; the others open what stands under them
 */
public record KeyRing(String current, Map<String, byte[]> keys) {

    public KeyRing {
        if (current == null || !keys.containsKey(current)) {
            throw new IllegalArgumentException("The current key is none of the keys");
        }
    }

    public byte[] currentKey() {
        return keys.get(current);
    }

    /**
     * The key of this id.
     *
     * @throws IllegalStateException if it is listed no more
     */
    public byte[] key(String id) {
        byte[] key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("The key " + id + " is not listed");
        }
        return key;
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
