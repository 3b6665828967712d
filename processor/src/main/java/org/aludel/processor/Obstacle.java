package org.aludel.processor;

/**
 * Why a class can have no lazy subclass.
 *
 * @param text the end of a sentence about the class
 * @param remedy what would have to change in it
 */
record Obstacle(String text, String remedy) {}
