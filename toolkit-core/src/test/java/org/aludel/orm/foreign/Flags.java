package org.aludel.orm.foreign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.BitSet;
import org.aludel.orm.annotation.Maps;

/** Maps a class of a module that opens no package to anybody. */
@Entity
@Maps(BitSet.class)
abstract class Flags {
  @Id int wordsInUse;
}
