package kz.qadam.reporting;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A database and a Kafka for tests about all figures: other tests leave some that differ or are provisional. */
public final class FiguresOfItsOwn implements QuarkusTestProfile {}
