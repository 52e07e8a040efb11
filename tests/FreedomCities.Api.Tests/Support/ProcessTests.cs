namespace FreedomCities.Api.Tests.Support;

[CollectionDefinition]
public sealed class ProcessTests : ICollectionFixture<PreparedFolder>;
