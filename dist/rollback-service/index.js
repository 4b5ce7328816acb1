require('../start.js').start('rollback-service');
