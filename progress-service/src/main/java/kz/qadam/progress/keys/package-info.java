/** Shows when the keys of institutions were used in this service; everything else about them is in the chassis. */
package kz.qadam.progress.keys;
