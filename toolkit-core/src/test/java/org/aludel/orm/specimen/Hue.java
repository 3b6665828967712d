package org.aludel.orm.specimen;

/** A colour, which is stored in two ways. */
public enum Hue {
  RED,
  DEEP_BLUE
}
