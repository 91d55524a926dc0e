/**
 * Limits how many bodies are processed at once, by their heap cost, with a share for each sender. The package may use
 * {@code problem} and {@code language}, and knows nothing about the content of bodies.
 */
package kz.qadam.chassis.body;
