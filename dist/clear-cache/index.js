require('../start.js').start('clear-cache');
