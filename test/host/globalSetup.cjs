// Jest cannot load Univer's ES modules: the host tests use a bundle of them, made here when there is none.
module.exports = async () => {
  const { bundleUniver } = await import('../../scripts/bundleUniver.mjs');
  await bundleUniver();
};
