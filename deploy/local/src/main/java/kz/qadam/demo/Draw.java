package kz.qadam.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws elements of a list at random, in proportion to their weights. */
final class Draw<T> {

    private final List<T> all;
    private final double[] upTo;

    Draw(List<T> all, ToDoubleFunction<T> weight) {
        this.all = all;
        this.upTo = all.stream().mapToDouble(weight).toArray();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
    }

    T next(Random chance) {
        int place = Arrays.binarySearch(upTo, chance.nextDouble() * upTo[upTo.length - 1]);
        return all.get(place < 0 ? -place - 1 : place + 1);
    }
}
