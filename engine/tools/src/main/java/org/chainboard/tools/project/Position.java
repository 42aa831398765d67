package org.chainboard.tools.project;

/** Where a node's card stands on the canvas; x grows to the right, y downwards, in pixels at 100 %. */
public record Position(double x, double y) {}
