using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

public sealed class StoreOnSqlite() : StoreConformance(new SqliteServer());
public sealed class StoreOnPostgreSql(PostgreSqlServer server) : StoreConformance(server);
public sealed class StoreOnSqlServer() : StoreConformance(new SqlServerServer());

public sealed class RacesOnSqlite() : RaceConformance(new SqliteServer());
public sealed class RacesOnPostgreSql(PostgreSqlServer server) : RaceConformance(server);
public sealed class RacesOnSqlServer() : RaceConformance(new SqlServerServer());
