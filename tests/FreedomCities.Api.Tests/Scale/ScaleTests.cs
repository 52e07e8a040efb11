namespace FreedomCities.Api.Tests.Scale;

[CollectionDefinition]
public sealed class ScaleTests : ICollectionFixture<PreparedTopology>;
