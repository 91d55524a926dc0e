/** How many bodies are worked on at once: by what they cost of the heap, with a share for each sender. */
package kz.qadam.chassis.body;
