package org.aludel.orm.elements;

/** How a trip was. */
public enum Mood {
  CALM,
  WILD,
  WET
}
