/**
 * Limits how many bodies are processed at once, by their heap cost, with a share for each sender. It knows nothing
 * about the content of bodies.
 */
package kz.qadam.chassis.http.body;
