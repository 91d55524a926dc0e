/**
 * Limits how many bodies are processed at once, by their heap cost, with a share for each sender. The package may use
 * {@code places} and {@code problem}, and knows nothing about the content of bodies.
 */
package kz.qadam.chassis.body;
