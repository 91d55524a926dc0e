/**
 * How callers reach the service: how browsers are committed to TLS, which proxies are believed, and how connections end
 * before a shutdown. It uses nothing else of the chassis.
 */
package kz.qadam.chassis.transport;
