package org.aludel.orm.foreign;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.aludel.orm.annotation.Maps;
import org.postgresql.util.PGobject;

/** A class of a library, of which only the compiled class is there. */
@Entity
@Table(name = "server_value")
@Maps(PGobject.class)
abstract class ServerValue extends ForeignBase {
  @Id String type;

  String value;
}
