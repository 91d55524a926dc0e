package kz.qadam.chassis.base.crypto;

import java.util.Map;

/**
 * The keys of one purpose, by id.
 *
 * @param current the id of the key that encrypts new data; the others only decrypt
 */
public record KeyRing(String current, Map<String, byte[]> keys) {

    /**
     * The key of this id.
     *
     * @throws IllegalStateException if the key is no longer listed
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
