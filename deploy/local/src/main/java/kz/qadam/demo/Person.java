package kz.qadam.demo;

/** A fictional person with a unique number. */
record Person(int number) {

    String iin() {
        return Iin.of(number);
    }
}
