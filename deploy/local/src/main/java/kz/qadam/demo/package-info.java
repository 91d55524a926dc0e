/**
 * Two years of a synthetic programme, generated and loaded through the public APIs, and the content of the sandbox. The
 * package uses no other package, and knows only the HTTP APIs of the services.
 */
package kz.qadam.demo;
