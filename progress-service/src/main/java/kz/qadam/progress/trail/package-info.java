/** Shows the trail of this service; everything else about it is in the chassis. */
package kz.qadam.progress.trail;
