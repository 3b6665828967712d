package org.aludel.orm.foreign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.awt.Point;
import org.aludel.orm.annotation.Maps;

/**
 * Maps a class of a module that opens no package to anybody. Its fields are public, as private ones
 * of the JDK are hidden from a compiler of another release.
 */
@Entity
@Maps(Point.class)
abstract class Spot {
  @Id int x;
  int y;
}
